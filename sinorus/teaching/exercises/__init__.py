"""The exercises of the course: one file a notebook."""

from . import nb00, nb01, nb02, nb03, nb04, nb05, nb06, nb07

#: In the order of the course.
_MODULES = (nb00, nb01, nb02, nb03, nb04, nb05, nb06, nb07)
#: Every exercise by its number.
COURSE = {exercise.id: exercise for module in _MODULES for exercise in module.EXERCISES}
#: Every guess that a notebook declares, by its key.
GUESSES = {guess.id: guess for module in _MODULES for guess in getattr(module, "GUESSES", ())}
#: Which text of its notebook an exercise belongs to, by its number. It changes when a notebook is
#: written anew, so that an answer kept for an old 04.1 never answers a new one.
EDITIONS = {exercise.id: module.EDITION for module in _MODULES for exercise in module.EXERCISES}
