/// Whether colours are wanted: the option `--color`.
public enum ColorPolicy: String, Sendable, Hashable, CaseIterable {
    /// As the terminal can, unless `NO_COLOR` is set and not empty.
    case auto
    /// As the terminal can, whatever `NO_COLOR` says.
    case always
    /// Attributes only.
    case never
}
