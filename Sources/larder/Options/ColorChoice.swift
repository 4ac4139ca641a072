import ArgumentParser

/// Whether colours are used.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable, Sendable {
    /// On terminals, unless `NO_COLOR` is set.
    case auto
    case always
    case never
}
