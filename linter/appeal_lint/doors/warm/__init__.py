"""A server in the background that answers the command line, so that a check is quick.

The command starts it where the user asks for it (`--warm`, or the configuration). It runs the
very same command in a process that has the language model loaded, with the folder, the environment
and the streams of who asks, and gives back what was written. Only its owner can reach it, it opens
no network, and it goes away when it has had nothing to do for some minutes.

What the asking side imports (`wanted`, `place`, `channel`, `client`) is the standard library alone.
"""
