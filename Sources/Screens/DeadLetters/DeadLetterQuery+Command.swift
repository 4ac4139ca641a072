import FeatureModel

extension DeadLetterQuery {
    /// The command that does something with the same letters: `list`, `replay`, `discard`.
    func command(_ verb: String) -> String {
        let shown = (ids ?? []).sorted().map(\.rawValue)
        let isAll = verb == "discard" && self == DeadLetterQuery()
        return ShellCommand("dead-letters", verb).adding(shown + (isAll ? ["--all"] : []))
            .option("--reason", reason?.rawValue).option("--feature-set", featureSet?.description)
            .option("--store", store?.rawValue).option("--job", job?.rawValue)
            .option("--since", since?.description).text
    }

    /// The letters of a group among those that this query means.
    func narrowed(to group: DeadLetterGroup) -> DeadLetterQuery {
        var narrowed = self
        narrowed.reason = group.reason
        narrowed.featureSet = group.featureSet ?? featureSet
        narrowed.store = group.store ?? store
        return narrowed
    }
}
