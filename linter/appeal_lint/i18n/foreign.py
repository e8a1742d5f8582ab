"""Sentences of others that a user may read, listed here so that the catalogs have them."""

from appeal_lint.i18n.tongue import mark, marks

CLICK = (
    mark("No such option {name!r}."),
    mark("No such option: {name}"),  # older versions of click
    *marks("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    *marks("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    mark("Option {name!r} does not take a value."),
    mark("Invalid value for {param_hint}: {message}"),
    *marks("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    mark("{value!r} is not a valid {number_type}."),
    mark("{value} is not in the range {range}."),
    mark("Missing argument"),
    mark("Missing option"),
    *marks("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    mark("No such command {name!r}."),
    mark("Usage:"),
    mark("Options"),
    mark("Commands"),
    mark("Arguments"),
    mark("Show this message and exit."),
    mark("default: {default}"),
    mark("required"),
)
"""What click says of a command that it cannot understand. It asks gettext for the words."""

SYSTEM = (
    mark("Permission denied"),
    mark("No space left on device"),
    mark("Read-only file system"),
    mark("File name too long"),
    mark("Input/output error"),
    mark("No such file or directory"),
    mark("Is a directory"),
    mark("not the name of a file"),
)
"""Why the system refuses a file, as it stands in brackets at the end of an error."""
