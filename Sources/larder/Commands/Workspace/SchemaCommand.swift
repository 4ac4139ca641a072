import ArgumentParser
import FeatureModel
import Operations

/// `larder schema`.
struct SchemaCommand: ContractCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Print the JSON schema of what commands print with -o json.",
        discussion: "Example: larder schema Job")

    @Argument(help: "One kind, such as Job; every kind without it.")
    var kind: String?

    @OptionGroup(title: "Common options") var options: CommandOptions

    func carryOut() async throws(OperationError) -> ExitStatus {
        let document = try document()
        switch options.format {
        case .table, .json: StandardStream.out.write(JSONText.write(document, pretty: true) + "\n")
        case .jsonl: StandardStream.out.write(JSONText.write(document) + "\n")
        case .yaml: StandardStream.out.write(YAMLText.write(document))
        case .name: StandardStream.out.write(KindCatalog.all.map { $0.title + "\n" }.joined())
        case .csv:
            throw OperationError(.invalid, "a schema is no table", target: "csv", hint: "give -o json, yaml or name")
        }
        return .done
    }

    private func document() throws(OperationError) -> OutputValue {
        guard let kind else { return SchemaDocument.whole }
        let titles = KindCatalog.all.map(\.title)
        guard let match = KindCatalog.all.first(where: { $0.title.lowercased() == kind.lowercased() }) else {
            let nearest = SpellingDistance.nearest(to: kind, among: titles)
            throw OperationError(
                .notFound, "there is no kind \(kind)", target: kind,
                hint: nearest.map { "did you mean \($0)?" } ?? "there are \(titles.joined(separator: ", "))")
        }
        return SchemaDocument.of(match)
    }
}
