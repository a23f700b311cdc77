# Flask-OAuthlib 0.x: the client.
