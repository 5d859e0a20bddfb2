"""The room of audits: which events are drawn, and what verdicts on them say of all. Pure: nothing is kept here."""
