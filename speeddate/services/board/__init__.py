"""Drafts of a plan: had made beside the pages, looked at, and moved by hand."""
