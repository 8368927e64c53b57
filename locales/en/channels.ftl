# Names of properties in the files that other places pull
feed-other = Other
feed-technique = Technique
feed-size = Size
feed-year = Year
feed-edition = Edition

# Webhooks
tell-hook-paused =
    ⚠️ “{ $channel }” has not taken messages about changes for more than a day: { $error }
    I have stopped trying. Nothing is lost: once it is mended, everything arrives from where it stopped.
bad-hook-address = 🙅 The address has to look like https://site/path and be reachable from the internet. Nothing has changed.
