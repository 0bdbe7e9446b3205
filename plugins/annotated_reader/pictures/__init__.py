"""The register -> pictures of the library as geometry: a timeline, a network, a map.

Pure, with rounded numbers, so that every machine draws the same; the templates draw the SVG.
"""
