#!/usr/bin/env python3
"""schema.py SCHEMA FILE...: says of each JSON file where it breaks the schema; exit code 1 when one does."""
import json
import sys

import jsonschema

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
broken = False
for path in sys.argv[2:]:
    with open(path, encoding="utf-8") as file:
        for error in validator.iter_errors(json.load(file)):
            print(f"{path}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
            broken = True
sys.exit(1 if broken else 0)
