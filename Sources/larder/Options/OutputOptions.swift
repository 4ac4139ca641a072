import ArgumentParser

/// In which form a command writes its data.
struct OutputOptions: ParsableArguments {
    @Option(name: .shortAndLong, help: ArgumentHelp("table, json, jsonl, csv, yaml or name.", valueName: "format"))
    var output = OutputFormat.table
}

extension OutputOptions {
    /// As people read it.
    static var table: OutputOptions {
        var options = OutputOptions()
        options.output = .table
        return options
    }
}
