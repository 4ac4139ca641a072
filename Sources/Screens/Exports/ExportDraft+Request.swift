import FeatureModel

extension ExportDraft {
    /// The format that the output's name tells.
    var formatByName: RowFormat? {
        let name = outputPath.hasSuffix(".gz") ? outputPath.dropLast(3) : outputPath[...]
        return RowFormat.allCases.first { name.hasSuffix("." + $0.rawValue) }
    }

    /// What is asked for; paths are made absolute.
    func request(absolute: (String) -> String, overwrites: Bool) -> ExportRequest {
        ExportRequest(
            rowsPath: absolute(rowsPath), rowsFormat: rowsFormat, features: features,
            outputPath: absolute(outputPath), outputFormat: outputFormat ?? formatByName ?? .csv, store: store,
            timestampColumn: timeColumn, maxAgeOverrideSeconds: overridesMaxAge ? MaxAgeText.seconds(maxAge) : nil,
            overwrites: overwrites)
    }

    /// The command that does the same.
    func command(absolute: (String) -> String, overwrites: Bool = false) -> String {
        ExportDocument.command(request(absolute: absolute, overwrites: overwrites))
    }
}
