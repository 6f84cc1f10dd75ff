"""Give people what is theirs: printed sheets, and all that is known of them."""
