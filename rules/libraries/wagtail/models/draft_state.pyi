# Wagtail 2.x to 7.x, `wagtail.models.draft_state`: `DraftStateMixin`.

from django.db.models.base import Model

class DraftStateMixin(Model):
    def publish(self, revision, user=..., changed=..., log_action=..., previous_revision=..., skip_permission_checks=...): ...
    def unpublish(self, set_expired=..., commit=..., user=..., log_action=...): ...
