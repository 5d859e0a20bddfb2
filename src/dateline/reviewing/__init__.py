"""Reviews: what people say of single events, what that changes, and what is left to be said."""
