"""Where places lie: GeoNames as look-ups, and what the texts tell of which one is meant."""
