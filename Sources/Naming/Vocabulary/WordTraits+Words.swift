/// The words that have a meaning of their own. All lower case.
extension WordTraits {
  /// What `word` may mean.
  static func of(_ word: String) -> WordTraits { words[word] ?? [] }

  private static let lists: [(WordTraits, String)] = [
    (epoch, "epoch ep e"),
    (step, "step stp checkpoint ckpt ckp chkpt cp iteration iter it"),
    (checkpoint, "checkpoint checkpoints ckpt ckp chkpt epoch step model weights"),
    (onlyCheckpoint, "checkpoint ckpt ckp chkpt"),
    (namedMoment, "last final best latest"),
    (extent, "max min num n total warmup every per lr"),
    (stepPrefix, "global train training optimizer"),
    (seed, "seed rng rngseed randomseed"),
    (layer, "layer block hidden stage denseblock resblock"),
    (module, "conv fc mixed res inception transition relu bn pool attn"),
    (container, "layer layers block blocks stage stages features h resblocks attentions resnets transformers conv fc"),
    (
      namedLayer,
      """
      avgpool backbone conv embed embedding encoder decoder fc head heads logits norm pool pooler pooled proj \
      projection projector predictor stem trunk flatten penultimate bottleneck output cls pre post
      """
    ),
    (
      layerPart,
      """
      out output outputs input in relu gelu bn norm add concat pool pooled conv project expand expanded activation \
      act attn attention mlp fc preact dwise pointwise depthwise pw dw se excite squeeze state states hook resid \
      token cls mean max avg
      """
    ),
    (layerPrefix, "down up mid encoder decoder transformer hidden res residual dense visual text last final"),
    (
      qualified,
      """
      coeff decay depth dim epoch epochs factor heads layers prob rate ratio scale size step steps weight width mult multiplier
      """
    ),
    (
      content,
      "activations acts emb embedding embeddings embs feat feats feature features representation "
        + "representations reps outputs latents view views model weights data"
    ),
    (attempt, "version run trial try attempt repeat rep"),
    (process, "slurm job jobid pid proc process slurmid"),
    (
      enumerated,
      "chunk exp experiment model net network id job of part rank run shard test train trial val version worker gpu view views try "
        + "attempt repeat rep slurm pid"
    ),
    (shard, "chunk part shard"),
    (shardedContent, "emb embedding embeddings embs feat feats feature features"),
    (rank, "rank gpu worker"),
    (view, "view aug views"),
    (training, "train training trn"),
    (validation, "val valid validation dev"),
    (test, "test testing eval evaluation holdout heldout"),
    (shifted, "ood shifted"),
    (
      metric,
      "loss acc accuracy auc auroc f1 map error err top1 acc1 top5 acc5 perplexity ppl mse mae top knn probe valacc testacc trainacc evalacc valloss testloss trainloss"
    ),
    (
      metricSetting,
      """
      weight weights coef coeff scale type fn func function name lambda alpha beta gamma ratio factor steps size temp \
      temperature margin power smooth smoothing grad accumulate accumulation num n threshold lr dim by every
      """
    ),
    (
      setting,
      """
      bs bsz batch lr wd mom momentum tau temp dim pdim proj hid width depth heads nheads drop dropout eps beta \
      alpha lambda lambd lmbda gamma sigma mu eta rho warmup decay fold frac clip noise aug augs crop res dp kl \
      pd hd zdim ema
      """
    ),
    (month, "jan feb mar apr may jun jul aug sep oct nov dec"),
    (sizedByLetter, "vit deit swin beit dino dinov mae convnext efficientnetv cait xcit clip"),
    (sweep, "multirun multiruns sweep sweeps"),
    (of, "of"),
    (truth, "true false"),
    (dataType, "float bfloat fp bf f half"),
  ]

  private static let words: [String: WordTraits] = lists.reduce(into: [:]) { words, list in
    for word in list.1.split(separator: " ") { words[String(word), default: []].formUnion(list.0) }
  }

  /// Longer words mean nothing, and are not looked up.
  static let longestWord = 32
}
