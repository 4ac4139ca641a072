/// One thing that the doctor looked at.
struct Finding: Sendable, Hashable {
    /// How it is.
    enum Verdict: String, Sendable, Hashable, CaseIterable {
        case ok
        /// Works, but not as well as it could.
        case warn
        case fail
    }

    /// What was looked at.
    let subject: String
    /// How it is.
    let verdict: Verdict
    /// What was found.
    let fact: String
    /// What to do; nil where nothing is to be done.
    let advice: String?

    init(_ subject: String, _ verdict: Verdict, _ fact: String, advice: String? = nil) {
        self.subject = subject
        self.verdict = verdict
        self.fact = fact
        self.advice = advice
    }
}

extension Kind where Thing == Finding {
    /// What the doctor found (`doctor`).
    static var finding: Kind {
        Kind(
            name: "Finding", nameField: "subject",
            columns: [
                ListingColumn("verdict", ""), ListingColumn("subject", "SUBJECT"), ListingColumn("fact", "FOUND"),
                ListingColumn("advice", "WHAT TO DO"),
            ],
            fields: [
                .text("subject") { $0.subject },
                .choice("verdict", of: Finding.Verdict.allCases.map(\.rawValue)) { $0.verdict.rawValue },
                .text("fact") { $0.fact }, .optionalText("advice") { $0.advice },
            ])
    }
}
