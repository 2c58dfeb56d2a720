"""What takes long: faults, load and attacks, run by hand."""
