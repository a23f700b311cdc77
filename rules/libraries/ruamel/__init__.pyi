# ruamel.yaml 0.x: documents loaded and dumped.
