"""What people's reviews are for: what to look at next, what the coder gets wrong, and reports coded by hand."""
