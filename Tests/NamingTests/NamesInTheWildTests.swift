import Naming
import Testing

/// Names as tools write them, and what they mean: `path = model; checkpoint; layer; seed; split; settings`, empty for
/// none. The last component is a file without its suffix, the root is called `root`.
private let table = """
  # torchvision, timm: a file for every pretrained network
  resnet50 = resnet50
  vit_b_16 = vit_b_16
  convnext_tiny = convnext_tiny
  efficientnet_b0 = efficientnet_b0
  swin_v2_t = swin_v2_t
  densenet121 = densenet121
  regnet_y_400mf = regnet_y_400mf
  wide_resnet50_2 = wide_resnet50_2
  mobilenet_v3_large = mobilenet_v3_large
  inception_v3 = inception_v3
  resnet50_features = resnet50
  features_resnet50 = resnet50
  resnet18_embeddings = resnet18
  vit_base_patch16_224.augreg_in21k = vit_base_patch16_224.augreg_in21k
  tf_efficientnetv2_s.in21k_ft_in1k = tf_efficientnetv2_s.in21k_ft_in1k
  resnet50.tv2_in1k = resnet50.tv2_in1k
  maxvit_tiny_tf_224.in1k = maxvit_tiny_tf_224.in1k
  imagenet/resnet50 = imagenet/resnet50
  imagenet/resnet50/features = imagenet/resnet50
  # Splits
  trainfeat = root;;;; train
  testfeat = root;;;; test
  train_features = root;;;; train
  val_features = root;;;; validation
  test_features = root;;;; test
  features_test = root;;;; test
  features_train = root;;;; train
  features_valid = root;;;; validation
  features_ood = root;;;; ood
  resnet50_train = resnet50;;;; train
  resnet50_val = resnet50;;;; validation
  resnet50_test_features = resnet50;;;; test
  dev_embeddings = root;;;; validation
  eval_feats = root;;;; test
  run/train_feats_epoch_3 = run; epoch 3;;; train
  run/epoch_3/test_feats = run; epoch 3;;; test
  train/features = train
  # PyTorch, solo-learn, VISSL, lightly
  features_epoch_008 = root; epoch 8
  feats_epoch_8 = root; epoch 8
  run/features_epoch8 = run; epoch 8
  run/epoch_100 = run; epoch 100
  run/epoch100/features = run; epoch 100
  run/ep10 = run; epoch 10
  run/ep_10 = run; epoch 10
  barlow_epoch_100 = barlow; epoch 100
  barlow_twins-cifar10-ep=999 = barlow_twins-cifar10; epoch 999
  simclr-resnet18-imagenet100-ep=399 = simclr-resnet18-imagenet100; epoch 399
  barlow/model_final_checkpoint_phase199 = barlow/phase199; final
  model_iteration500 = root; step 500
  model_phase12 = phase12
  model_epoch_5 = root; epoch 5
  checkpoint_0010 = root; step 10
  checkpoint_0199/features = root; step 199
  ckpt_0010 = root; step 10
  ckpt-10 = root; step 10
  ckpt_last = root; last
  checkpoint_last = root; last
  checkpoint_best = root; best
  checkpoint-final/features = root; final
  run/last = run; last
  run/best = run; best
  run/final = run; final
  run/model_best = run; best
  run/model_final = run; final
  barlow/weights_epoch_3 = barlow; epoch 3
  moco_v2_800ep = moco_v2_800ep
  r50-800ep/features = r50-800ep
  # Hugging Face, accelerate, DeepSpeed, fairseq
  checkpoint-500/features = root; step 500
  output/checkpoint-1000/features = output; step 1000
  bert-base-uncased/checkpoint-1500/features = bert-base-uncased; step 1500
  facebook/wav2vec2-base/features = facebook/wav2vec2-base
  all-MiniLM-L6-v2 = all-MiniLM-L6-v2
  global_step1000/features = root; step 1000
  ds/global_step_2000/features = ds; step 2000
  step_4000/features = root; step 4000
  run/step=4000 = run; step 4000
  run/step-4000 = run; step 4000
  checkpoint_1_5000/features = root; epoch 1, step 5000
  checkpoint_12_86000 = root; epoch 12, step 86000
  pythia-70m/step143000/features = pythia-70m; step 143000
  pythia-70m/step512 = pythia-70m; step 512
  gpt2-medium/features = gpt2-medium
  # Lightning, Hydra
  epoch=09-val_loss=0.32 = root; epoch 9
  epoch=9-step=4690 = root; epoch 9, step 4690
  epoch=19-val_loss=0.28-v1 = root; epoch 19
  run/epoch=3-val_acc=0.81 = run; epoch 3
  run/epoch=3-train_loss=1.5-val_error=0.2 = run; epoch 3
  run/features_epoch=0-step=16 = run; epoch 0, step 16
  lightning_logs/version_3/features = lightning_logs/version_3
  lightning_logs/version_3/epoch=2-step=30 = lightning_logs/version_3; epoch 2, step 30
  model=resnet18,lr=0.1,seed=1/features_epoch_5 = model=resnet18,lr=0.1,seed=1; epoch 5;; 1;; lr=0.1 model=resnet18
  model=vit_small,lr=3e-4/features = model=vit_small,lr=3e-4;;;;; lr=0.0003 model=vit_small
  lr=3e-4,bs=1_024/features = lr=3e-4,bs=1_024;;;;; bs=1024.0 lr=0.0003
  temp=0.1,tau=.99/features = temp=0.1,tau=.99;;;;; tau=0.99 temp=0.1
  optimizer.lr=0.2,model=vit_small,seed=1/epoch_5 = optimizer.lr=0.2,model=vit_small,seed=1; epoch 5;; 1;; model=vit_small optimizer.lr=0.2
  +experiment=base,model.dims=[512,256],lr=1e-3/epoch_5 = experiment=base,model.dims=[512,256],lr=1e-3; epoch 5;;;; experiment=base lr=0.001 model.dims=[512,256]
  use_bn=true,lr=0.1/features = use_bn=true,lr=0.1;;;;; lr=0.1 use_bn=true
  multirun/2024-03-05/12-30-00/0/features = multirun/2024-03-05/12-30-00/0
  outputs/2024-03-05/12-30-00/features = outputs/2024-03-05/12-30-00
  lambda=1e-3_t=-0.5/features = lambda=1e-3_t=-0.5;;;;; lambda=0.001 t=-0.5
  exp=3/run=2/features = exp=3/run=2
  # Weights & Biases, Slurm, dates
  run-20240305_123000-a1b2c3d4/features = run-20240305_123000-a1b2c3d4
  slurm_4711/features = slurm_4711
  slurm_4711_gpu_0/features = slurm_4711
  20240305-123000-vit_base/features = 20240305-123000-vit_base
  2024-03-05_12-30-00_barlow/features = 2024-03-05_12-30-00_barlow
  # Seeds
  resnet18/seed_1/features = resnet18/seed_1;;; 1
  resnet18_seed1/features = resnet18_seed1;;; 1
  barlow_seed1 = barlow_seed1;;; 1
  barlow_seed_2_epoch_3 = barlow_seed_2; epoch 3;; 2
  seed=3/features = seed=3;;; 3
  seed3/features = seed3;;; 3
  lr_0.1_seed_4/features_epoch_1 = lr_0.1_seed_4; epoch 1;; 4;; lr=0.1
  # Layers: torchvision's and timm's module names, Keras, transformer_lens, GPT-2, diffusers, BERT
  layer4 = root;; layer4
  layer4.1.conv2 = root;; layer4.1.conv2
  layer4.1.relu = root;; layer4.1.relu
  resnet50/layer3 = resnet50;; layer3
  resnet50/layer3.0.bn1 = resnet50;; layer3.0.bn1
  resnet50_layer3 = resnet50;; layer3
  features.28 = root;; features.28
  vgg16/features.28 = vgg16;; features.28
  features.denseblock4.denselayer16 = root;; features.denseblock4.denselayer16
  blocks.11 = root;; blocks.11
  blocks.11.mlp.fc2 = root;; blocks.11.mlp.fc2
  blocks.4.hook_resid_post = root;; blocks.4.hook_resid_post
  blocks.0.hook_mlp_out = root;; blocks.0.hook_mlp_out
  blocks.0.attn.hook_z = root;; blocks.0.attn.hook_z
  gpt2-small/blocks.7.hook_resid_mid = gpt2-small;; blocks.7.hook_resid_mid
  transformer.h.11 = root;; transformer.h.11
  h.3.attn = root;; h.3.attn
  transformer.h.11.mlp = root;; transformer.h.11.mlp
  encoder.layer.11 = root;; encoder.layer.11
  encoder.layers.11.output = root;; encoder.layers.11.output
  bert.encoder.layer.5.output.dense = root;; bert.encoder.layer.5.output.dense
  model.layers.23 = root;; model.layers.23
  model.layers.23.self_attn.o_proj = root;; model.layers.23.self_attn.o_proj
  stages.2.blocks.8 = root;; stages.2.blocks.8
  conv3_block1_out = root;; conv3_block1_out
  conv5_block3_out = root;; conv5_block3_out
  resnet50/conv2_block3_out = resnet50;; conv2_block3_out
  down_blocks.2 = root;; down_blocks.2
  down_blocks.0.resnets.1 = root;; down_blocks.0.resnets.1
  up_blocks.3.attentions.2 = root;; up_blocks.3.attentions.2
  mid_block.resnets.0 = root;; mid_block.resnets.0
  block_3 = root;; block_3
  block3 = root;; block3
  block.11 = root;; block.11
  stage_2 = root;; stage_2
  hidden_12 = root;; hidden_12
  hidden_12/features = root;; hidden_12
  layer_7/features_epoch_3 = root; epoch 3; layer_7
  run/layer_7_epoch_3 = run; epoch 3; layer_7
  run/epoch_3/layer_7 = run; epoch 3; layer_7
  fc1 = root;; fc1
  conv1 = root;; conv1
  conv_4 = root;; conv_4
  07_block6 = root;; 07_block6
  07_block6_epoch_8 = root; epoch 8; 07_block6
  17_head/features = root;; 17_head
  # Settings in names of directories
  lambd_0.007812_pdim_128_lr_0.001/features = lambd_0.007812_pdim_128_lr_0.001;;;;; lambd=0.007812 lr=0.001 pdim=128.0
  lr_0.1/features_epoch_1 = lr_0.1; epoch 1;;;; lr=0.1
  lr=0.1/epoch=3 = lr=0.1; epoch 3;;;; lr=0.1
  lr0.1_bs256/features = lr0.1_bs256;;;;; bs=256.0 lr=0.1
  resnet50_bs256_lr0.1_wd1e-4_s3/ep10 = resnet50_bs256_lr0.1_wd1e-4_s3; epoch 10;;;; bs=256.0 lr=0.1 wd=0.0001
  batch_size_128/features = batch_size_128;;;;; batch_size=128.0
  weight_decay_1e-06/features = weight_decay_1e-06;;;;; weight_decay=1e-06
  temperature=0.07/features = temperature=0.07;;;;; temperature=0.07
  loss_weight=0.5/features = loss_weight=0.5;;;;; loss_weight=0.5
  loss=barlow/features = loss=barlow;;;;; loss=barlow
  dropout=0.5,act=gelu/features = dropout=0.5,act=gelu;;;;; act=gelu dropout=0.5
  width_64_depth_3/features = width_64_depth_3;;;;; depth=3.0 width=64.0
  max_epoch_100/features = max_epoch_100;;;;; max_epoch=100.0
  2_augs/features = 2_augs;;;;; augs=2.0
  resnet_50_cifar_100_fold_2/features = resnet_50_cifar_100_fold_2;;;;; cifar=100.0 fold=2.0 resnet=50.0
  # Metrics in names
  acc=0.91 = root
  val_acc=0.91_epoch=3 = root; epoch 3
  run/epoch=3-val_top1=0.7 = run; epoch 3
  run/val_loss_0.32_epoch_3 = run; epoch 3
  run/f1=0.8-epoch=2 = run; epoch 2
  run/map=0.31-step=100 = run; step 100
  # Other arrays of several kinds in one directory
  views_n200_q10 = n200_q10
  features_test10000_float16 = root;;;; test
  spec_neurons512_tbin50ms = spec_neurons512_tbin50ms
  features_10k = 10k
  epoch_1_of_5/features = root; epoch 1
  features_step_100_of_500 = root; step 100
  layer_3_of_12/features = root;; layer_3
  feats_seed_1_of_3 = seed_1_of_3;;; 1
  umap/features = umap
  clip/ViT-B-32/openai/features = clip/ViT-B-32/openai
  dinov2_vits14 = dinov2_vits14
  ijepa_vith14_1k = ijepa_vith14_1k
  vicreg/resnet50x2 = vicreg/resnet50x2
  byol/online_encoder_epoch_20 = byol/online_encoder; epoch 20
  byol/target_encoder_epoch_20 = byol/target_encoder; epoch 20
  vgg11_bn = vgg11_bn
  shufflenet_v2_x1_0 = shufflenet_v2_x1_0
  resnext101_32x8d = resnext101_32x8d
  mnasnet0_5 = mnasnet0_5
  transformer.h.3_epoch_2 = root; epoch 2; transformer.h.3
  blocks.2.attn_seed_1 = seed_1;; blocks.2.attn; 1
  layer2_train = root;; layer2;; train
  simsiam/ep100_bs256/features = simsiam/bs256; epoch 100
  swav_800ep_pretrain = swav_800ep_pretrain
  sae/width_32768/l0_64/features = sae/width_32768/l0_64;;;;; width=32768.0
  """

private struct Named: CustomStringConvertible, Sendable {
  let path, expected: String
  var description: String { path }

  static let all = table.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
    let cut = line.firstRange(of: " = ") ?? line.startIndex..<line.startIndex
    return Named(path: String(line[..<cut.lowerBound]), expected: String(line[cut.upperBound...]))
  }
}

@Suite("Names in the wild")
struct NamesInTheWildTests {
  @Test("There are two hundred names")
  func count() { #expect(Named.all.count >= 200) }

  @Test("A name means what the tool that writes it means", arguments: Named.all)
  private func meaning(_ named: Named) throws {
    let meaning = try #require(NameTree.meanings(root: "root", of: ["\(named.path).npy"]).first)
    let settings = meaning.settings.map { name, value in
      switch value {
      case .number(let number): "\(name)=\(number)"
      case .text(let text): "\(name)=\(text)"
      case .flag(let flag): "\(name)=\(flag)"
      }
    }
    let parts = [
      meaning.path.isEmpty ? "root" : meaning.path, meaning.moment?.written ?? "", meaning.layer ?? "",
      meaning.seed.map(String.init) ?? "", meaning.split?.rawValue ?? "", settings.sorted().joined(separator: " "),
    ]
    var expected = named.expected.split(separator: ";", omittingEmptySubsequences: false).map {
      $0.drop { $0 == " " }
    }
    while expected.count < parts.count { expected.append("") }
    #expect(parts == expected.map(String.init))
  }

  @Test(
    "Runs of one family differ by seeds, dates, hashes and attempts only",
    arguments: [
      (["resnet18/seed_1/f", "resnet18/seed_2/f"], 1), (["barlow_seed1/f", "barlow_seed2/f"], 1),
      (["resnet18/seed_1/f", "vit_small/seed_1/f"], 2), (["barlow_seed1", "vicreg_seed1"], 2),
      (["model=vit,seed=1/f", "model=vit,seed=2/f", "model=cnn,seed=1/f"], 2),
      (["2024-03-05/12-30-00/f", "2024-03-06/08-00-01/f"], 1),
      (["run-20240305_123000-a1b2c3d4/f", "run-20240306_093000-f00dfeed1/f"], 1),
      (["version_0/f", "version_1/f"], 1), (["0/f", "1/f"], 1),
      (["lr=0.1_seed=1/epoch=9-val_loss=0.31", "lr=0.1_seed=2/epoch=9-val_loss=0.28"], 1),
      (["resnet_18", "resnet_34"], 2), (["vit_b_16", "vit_b_32"], 2),
    ] as [([String], Int)])
  func families(paths: [String], count: Int) {
    let meanings = NameTree.meanings(root: "root", of: paths.map { "\($0).npy" })
    #expect(Set(meanings.map(\.family)).count == count)
  }
}

extension Moment {
  fileprivate var written: String {
    let numbers = [epoch.map { "epoch \($0)" }, step.map { "step \($0)" }].compactMap { $0 }
    return numbers.isEmpty ? name ?? "" : numbers.joined(separator: ", ")
  }
}
