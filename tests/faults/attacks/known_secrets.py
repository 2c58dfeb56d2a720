"""Secrets that are told from all else wherever they turn up."""

SECRET = "a-secret-that-only-this-test-has-4711"
PROXY_PASSWORD = "proxy-password-0815"
