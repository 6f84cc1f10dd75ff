"""Find the best timetable. The only package that knows a solver."""
