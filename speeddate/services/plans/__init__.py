"""Make a timetable, check it, and say what it comes to."""
