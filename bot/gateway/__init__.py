"""The connection over which Discord tells events."""
