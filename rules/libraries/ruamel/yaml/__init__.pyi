# ruamel.yaml 0.x, `ruamel.yaml`: names that live elsewhere.

from ruamel.yaml.main import YAML as YAML, load as load, round_trip_load as round_trip_load, safe_load as safe_load, unsafe_load as unsafe_load
