import ArgumentParser

/// Which part of a list is written.
struct ListOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Only these fields, in this order.", valueName: "field,…"))
    var columns: String?

    @Flag(help: "Leave out the line of headings.")
    var noHeaders = false

    @Option(help: ArgumentHelp("Order by a field.", valueName: "field[:desc]"))
    var sort: String?

    @Option(help: ArgumentHelp("Keep what matches; the grammar of the console's filter.", valueName: "expression"))
    var filter: String?

    @Option(help: ArgumentHelp("Write at most so many.", valueName: "n"))
    var limit: Int?
}
