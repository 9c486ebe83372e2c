/// Which dumps are wanted, as people type it: `alpha>0.8 algo:barlow -layer:proj | pinned`.
///
/// - A word asks for it in the run, path, layer or checkpoint (`epoch 8, step 100`) of a dump. Quotes, `"epoch 8"`, make a word of
///   anything; a quote within is doubled.
/// - `pinned`, `marked`, `failed`, `warned` and `alert` without quotes ask for what the dump is.
/// - `field:text` asks for a text in a field, `field=text` and `field!=text` for all of it, `<`, `<=`, `>`, `>=` for numbers.
///   Where field and value are numbers, `=` and `!=` compare these. Fields are `run`, `path`, `layer`, `checkpoint`, `dataType`,
///   `precision`, `estimator`, `state`, and every quantity, metric and hyperparameter by name; `acc` is short for `accuracy`.
/// - Texts match in either case, and `*` stands for any characters, but not in quotes.
/// - `NOT` and `-` bind tightest, then juxtaposition or `AND`, then `OR` or `|`; parentheses.
///
/// A comparison with something that a dump does not have, or that is no number, is false, so `NOT x>3` holds where there is no x.
public struct DumpFilter: Sendable, Equatable {
  /// Nil matches everything.
  let condition: Condition?

  /// - Parameters:
  ///   - text: white space alone matches all dumps.
  ///   - knownFields: metrics and hyperparameters that there are, for which a beginning in either case is enough where there is only
  ///     one of it (`algo:barlow` for `algorithm`). Another field is an error then; without them it is one that no dump has.
  public init(_ text: String, knownFields: Set<String>? = nil) throws(SyntaxError) {
    var parser = FilterParser(text, names: FilterNames(known: knownFields))
    condition = try parser.parse()
  }

  public func matches(_ record: AnalysisRecord, _ context: Context = Context()) -> Bool {
    condition?.holds(for: record, context) ?? true
  }

  /// The metrics and hyperparameters of records: what there is to compare besides what every directory has.
  public static func fields(of records: some Sequence<AnalysisRecord>) -> Set<String> {
    var names: Set<String> = []
    for record in records {
      // One after the other: what is there already is only looked up.
      for name in record.dump.metrics.keys { names.insert(name) }
      for name in record.dump.hyperparameters.keys { names.insert(name) }
    }
    return names
  }
}
