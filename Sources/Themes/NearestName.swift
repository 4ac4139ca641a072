import TextCanvas

/// Finds what somebody probably meant.
enum NearestName {
    /// `; did you mean 'x'?` for the candidate nearest to a name, or nothing when none is near.
    static func suggestion(for name: String, among candidates: some Sequence<String>) -> String {
        NearestNames.of(name, in: Array(candidates), count: 1).first.map { "; did you mean '\($0)'?" } ?? ""
    }
}
