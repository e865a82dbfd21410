"""The review in Word and Excel: what goes out to partners, what other programs make of it, and what comes back."""
