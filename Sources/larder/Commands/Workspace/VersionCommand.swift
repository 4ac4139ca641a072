import ArgumentParser

/// `larder version`.
struct VersionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "version", abstract: "Show the version.")

    @OptionGroup var outputOptions: OutputOptions

    func run() async {
        let object = OutputValue.object([
            OutputField("kind", .string("Version")), OutputField("version", .string(RunningProgram.version)),
        ])
        switch outputOptions.output {
        case .json: StandardStream.out.write(JSONText.write(object, pretty: true) + "\n")
        case .jsonl: StandardStream.out.write(JSONText.write(object) + "\n")
        case .yaml: StandardStream.out.write(YAMLText.write(object))
        case .table: StandardStream.out.write("larder \(RunningProgram.version)\n")
        case .csv, .name: StandardStream.out.write(RunningProgram.version + "\n")
        }
    }
}
