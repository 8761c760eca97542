extension EventCatalog {
  /// Every name that a field of any kind goes by, to tell `name: value` from a posting.
  public static let fieldNames: Set<String> = {
    var names: Set<String> = []
    for kind in kinds {
      for field in kind.fields {
        names.insert(field.name)
        names.insert(field.chinese)
      }
    }
    return names
  }()
}
