import ArgumentParser

/// What dead letters can be grouped by.
enum DeadLetterGrouping: String, ExpressibleByArgument, CaseIterable, Sendable {
    case reason
}
