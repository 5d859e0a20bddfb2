"""What figures, places and names of two tellings say of each other: below the rooms, for merging and for ledgers."""
