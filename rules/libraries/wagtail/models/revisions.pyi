# Wagtail 2.x to 7.x, `wagtail.models.revisions`: `RevisionMixin`.

from django.db.models.base import Model

class RevisionMixin(Model):
    def save_revision(self, user=..., approved_go_live_at=..., changed=..., log_action=..., previous_revision=..., clean=..., overwrite_revision=...): ...
