"""SQLite: clients, résumés, results, backups. No Qt."""
