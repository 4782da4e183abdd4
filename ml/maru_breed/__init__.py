"""Trains, measures and exports the breed model of Maru."""
