# Wagtail 2.x to 7.x: pages, snippets, images, documents and forms.
