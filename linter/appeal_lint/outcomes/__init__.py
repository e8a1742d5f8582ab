"""What went with success in past appeals, and costs that fit it better; all statistics."""
