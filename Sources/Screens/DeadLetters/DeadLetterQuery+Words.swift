import ConsoleKit
import FeatureModel

extension DeadLetterQuery {
    /// The words of a route that means the same: `store NAME reason WORDS`.
    var words: [String] {
        var words: [String] = []
        if let reason { words += ["reason", reason.rawValue] }
        if let featureSet { words += ["set", featureSet.description] }
        if let store { words += ["store", store.rawValue] }
        if let job { words += ["job", job.rawValue] }
        if let since { words += ["since", since.description] }
        for id in (ids ?? []).sorted() { words += ["id", id.rawValue] }
        return words
    }

    /// Reads the words of a route: pairs of what narrows and to what; a reason may be several words.
    init(_ words: [String], defaultProject: ProjectName) throws(Problem) {
        self.init()
        var rest = words[...]
        while let name = rest.popFirst() {
            if name == "all" { continue }
            guard let value = rest.popFirst() else {
                throw Problem(
                    ":dead \(name) needs a word after it",
                    hint: "narrow by reason, set PROJECT/NAME, store NAME, job ID, or since TIME")
            }
            if name == "reason" {
                reason = try Self.reason(value, &rest)
            } else {
                try narrow(name, value, defaultProject)
            }
        }
    }

    private mutating func narrow(_ name: String, _ value: String, _ defaultProject: ProjectName) throws(Problem) {
        switch name {
        case "set":
            guard let set = FeatureSetReference(value, defaultProject: defaultProject) else {
                throw Problem("\(value) is no feature set", hint: "write it as project/name")
            }
            featureSet = set
        case "store": store = StoreName(value)
        case "job": job = JobID(value)
        case "id": ids = (ids ?? []).union([DeadLetterID(value)])
        case "since":
            guard let time = Timestamp(rfc3339: value) else {
                throw Problem("\(value) is no time", hint: "write 2013-02-01T00:00:00Z")
            }
            since = time
        default:
            throw Problem(
                "dead letters cannot be narrowed by \(name)", hint: "there are reason, set, store, job and since")
        }
    }

    /// Takes as many words as make a reason.
    private static func reason(_ first: String, _ rest: inout ArraySlice<String>) throws(Problem) -> DeadLetterReason {
        var text = first
        var taken = 0
        while true {
            if let reason = DeadLetterReason(rawValue: text) {
                rest = rest.dropFirst(taken)
                return reason
            }
            guard taken < rest.count, taken < 3 else {
                let known = DeadLetterReason.allCases.map(\.rawValue).joined(separator: ", ")
                throw Problem("there is no reason \(first)", hint: "there are \(known)")
            }
            text += " " + rest[rest.startIndex + taken]
            taken += 1
        }
    }

    /// What it narrows to, for a title; empty for all letters.
    var title: String {
        var parts: [String] = []
        if let reason { parts.append(reason.rawValue) }
        if let featureSet { parts.append("feature set \(featureSet)") }
        if let store { parts.append("store \(store)") }
        if let job { parts.append("job \(job)") }
        if let since { parts.append("since \(since)") }
        if let ids { parts.append("\(ids.count) chosen") }
        return parts.joined(separator: ", ")
    }
}
