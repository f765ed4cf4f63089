"""A page or a source as a citation, in every form. Pure."""
