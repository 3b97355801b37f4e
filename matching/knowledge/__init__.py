"""Facts about skills, roles and salaries, read from resources/ and checked once."""
