# aud: ignore[debug_mode] the settings of a developer
DEBUG = True
PASSWORD = "swordfish"  # aud: ignore[hard_coded_secrets] it is well known
TOKEN = "correct horse"  # aud: ignore[hard_coded_secret] of an account for tests
LIMIT = 10  # aud: ignore[debug_mode] nothing is found here
