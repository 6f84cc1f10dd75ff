"""The web pages: thin views that read, ask a service, and answer."""

from speeddate.web.factory import create_app

__all__ = ["create_app"]
