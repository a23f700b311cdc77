from .deep import original as exported
