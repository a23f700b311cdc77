# django-import-export 2.x to 4.x: the admin that imports and exports.
