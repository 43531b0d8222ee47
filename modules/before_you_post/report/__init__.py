"""Findings put before people and programs: tables, a spreadsheet, a JSON document, a summary for the terminal."""
