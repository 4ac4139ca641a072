/// One thing that a command line being typed could become.
struct CommandCandidate: Sendable, Hashable {
    /// The command's word.
    let word: String
    /// What it shows or does.
    let summary: String
    /// Its other names and its words.
    let remark: String
}
