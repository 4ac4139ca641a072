import ArgumentParser

/// Measures what the project promises of speed and size, each beside the floor that it is compared with.
@main
struct LarderBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "larder-bench", abstract: "Measures Larder's speed and size against its limits.",
        subcommands: [BenchRun.self, ExportProbe.self], defaultSubcommand: BenchRun.self)
}
