import ArgumentParser
import FeatureModel
import Operations

/// Which dead letters an order is about: some by id, some by options, or all.
struct DeadLetterTargets: ParsableArguments {
    @Argument(help: "The dead letters' ids; else the options say which.")
    var ids: [String] = []

    @Flag(help: "All of them.")
    var all = false

    @Flag(help: "Only say what would happen.")
    var dryRun = false

    @OptionGroup var deadLetterOptions: DeadLetterOptions

    /// The query that ids and options say.
    ///
    /// - Throws: `invalid` when nothing says which, or two things say so at once.
    func query(in session: Session) throws(OperationError) -> DeadLetterQuery {
        let isNarrowed = !ids.isEmpty || !deadLetterOptions.isEmpty
        guard all != isNarrowed else {
            throw OperationError(
                .invalid, all ? "--all and a choice exclude each other" : "nothing says which dead letters",
                hint: "give ids, options such as --reason, or --all")
        }
        return try deadLetterOptions.query(ids: ids, in: session)
    }
}
