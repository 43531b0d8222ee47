"""Teaching: the course, its questions, and what people did with them.

``course`` and ``bank`` read what the curriculum's maintainer writes; ``grading`` marks one answer. Nothing here knows
a widget or opens a photo.
"""
