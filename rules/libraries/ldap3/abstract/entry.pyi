# ldap3 2.x, `ldap3.abstract.entry`: `Entry`, `EntryBase`.

class EntryBase:
    entry_dn: str
    entry_attributes_as_dict: dict[str, list[object]]

class Entry(EntryBase): ...
