/// Names of files and directories as tools write them, each with all that it means: the model first, then what was taken
/// out of it or read in it.
enum NamesOfTools {
  /// torchvision.
  static let torchvision = """
    layer4.npy | layer layer4
    resnet50_layer4.npy | resnet50 | layer layer4
    layer4.1.conv2.npy | layer layer4.1.conv2
    features.28.npy | layer features.28
    vgg16_features.28.npy | vgg16 | layer features.28
    features.denseblock4.npy | layer features.denseblock4
    Mixed_7c.npy | layer Mixed_7c
    inception_v3_Mixed_5b.npy | inception_v3 | layer Mixed_5b
    encoder.layers.encoder_layer_11.npy | layer encoder.layers.encoder_layer_11
    vit_b_16.npy | vit_b_16
    resnet50-0676ba61.npy | resnet50 | noise 0676ba61
    resnet18-f37072fd.npy | resnet18 | noise f37072fd
    vgg16-397923af.npy | vgg16 | noise 397923af
    vit_l_16.npy | vit_l_16
    wide_resnet50_2.npy | wide_resnet50_2
    resnext101_32x8d.npy | resnext101_32x8d
    mobilenet_v3_large.npy | mobilenet_v3_large
    efficientnet_b0.npy | efficientnet_b0
    swin_v2_t.npy | swin_v2_t
    convnext_tiny.npy | convnext_tiny
    model_29.npy | model_29
    checkpoint.pth.tar | 
    """

  /// timm.
  static let timm = """
    20240305-123000-vit_base_patch16_224-224/features.npy | vit_base_patch16_224-224 | noise 20240305-123000
    20240305-123000-resnet50-224/checkpoint-12.npy | resnet50-224 | step 12 | noise 20240305-123000
    20240305-123000-resnet50-224/model_best.npy | resnet50-224 | moment best | noise 20240305-123000
    20240305-123000-resnet50-224/last.npy | resnet50-224 | moment last | noise 20240305-123000
    vit_small_patch14_dinov2.lvd142m.npy | vit_small_patch14_dinov2.lvd142m
    vit_base_patch16_clip_224.openai.npy | vit_base_patch16_clip_224.openai
    convnextv2_tiny.fcmae_ft_in22k_in1k.npy | convnextv2_tiny.fcmae_ft_in22k_in1k
    resnet50.a1_in1k.npy | resnet50.a1_in1k
    blocks.11.npy | layer blocks.11
    stages.3.blocks.2.npy | layer stages.3.blocks.2
    blocks.11.attn.proj.npy | layer blocks.11.attn.proj
    """

  /// Hugging Face.
  static let huggingFace = """
    checkpoint-500/features.npy | step 500
    bert-base-uncased/checkpoint-1000/hidden_states_12.npy | bert-base-uncased | step 1000 | layer hidden_states_12
    output/run-3/checkpoint-500/embeddings.npy | output | step 500 | noise run-3
    last_hidden_state.npy | last_hidden_state
    bert/layer_11/features.npy | bert | layer layer_11
    encoder.layer.11.output.npy | layer encoder.layer.11.output
    bert_hidden_states_0.npy | bert | layer hidden_states_0
    pooler_output.npy | pooler_output
    all-MiniLM-L6-v2/embeddings.npy | all-MiniLM-L6-v2
    embeddings-00003-of-00010.npy | shard 00003-of-00010
    data-00000-of-00002.npy | shard 00000-of-00002
    model-00001-of-00003.npy | shard 00001-of-00003
    epoch_3/features.npy | epoch 3
    step_1000/features.npy | step 1000
    results/bert-base-uncased_lr2e-5_bs32/checkpoint-100/features.npy \
    | results/bert-base-uncased_lr2e-5_bs32 | step 100 | bs=32 | lr=2e-05
    """

  /// Keras.
  static let keras = """
    weights.05-0.32.npy | epoch 5
    weights.10-1.05.npy | epoch 10
    conv5_block3_out.npy | layer conv5_block3_out
    conv3_block1_1_relu.npy | layer conv3_block1_1_relu
    block5_conv4.npy | layer block5_conv4
    block4_pool.npy | layer block4_pool
    mixed10.npy | layer mixed10
    conv2d_93.npy | layer conv2d_93
    block_16_project_BN.npy | layer block_16_project_BN
    block6a_expand_activation.npy | layer block6a_expand_activation
    top_activation.npy | top_activation
    avg_pool.npy | avg_pool
    model.10.npy | epoch 10
    model_epoch_05_val_acc_0.91.npy | epoch 5 | metric val_acc=0.91
    best_model.npy | moment best
    cp-0010.npy | step 10
    ckpt-5.npy | step 5
    """

  /// VISSL.
  static let vissl = """
    rank0_chunk0_train_heads_features.npy | heads | split train | rank rank0 | shard chunk0
    rank0_chunk12_test_res5_features.npy | layer res5 | split test | rank rank0 | shard chunk12
    rank1_chunk3_train_res5avg_features.npy | res5avg | split train | rank rank1 | shard chunk3
    model_phase100.npy | phase100
    model_final_checkpoint_phase999.npy | phase999 | moment final
    model_iteration5000.npy | step 5000
    extracted_features/simclr_resnet50_phase999/rank0_chunk0_test_heads_features.npy \
    | extracted_features/simclr_resnet50_phase999/heads | split test | rank rank0 | shard chunk0
    """

  /// solo-learn.
  static let soloLearn = """
    barlow-cifar10-otu5cw89-ep=999.npy | barlow-cifar10 | epoch 999 | noise otu5cw89
    byol-cifar10-32brzx9a-ep=999.npy | byol-cifar10 | epoch 999 | noise 32brzx9a
    trained_models/simclr/b30xch14/simclr-cifar10-b30xch14-ep=999.npy \
    | trained_models/simclr/simclr-cifar10 | epoch 999 | noise b30xch14 | noise b30xch14
    barlow_twins/2rwotcpy/feats_ep=100.npy | barlow_twins/2rwotcpy | epoch 100
    simsiam-imagenet100-offline-1b2c3d4e-ep=399-stp=200.npy \
    | simsiam-imagenet100-offline | epoch 399 | step 200 | noise 1b2c3d4e
    """

  /// lightly.
  static let lightly = """
    embeddings_train_epoch_99.npy | epoch 99 | split train
    lightly_outputs/2024-03-05/12-30-00/embeddings.npy | lightly_outputs | noise 2024-03-05 | noise 12-30-00
    lightly_epoch_10.npy | lightly | epoch 10
    benchmark_logs/cifar10/version_3/BarlowTwins/features.npy | benchmark_logs/cifar10/BarlowTwins | noise version_3
    imagenette/version_0/SimCLR/run0/features.npy | imagenette/SimCLR | noise version_0 | noise run0
    """

  /// fairseq.
  static let fairseq = """
    checkpoint_best.npy | moment best
    checkpoint_last.npy | moment last
    checkpoint12.npy | step 12
    checkpoint_3_20000.npy | epoch 3 | step 20000
    train_0_1.npy | 0_1 | split train
    valid_0_1.npy | 0_1 | split validation
    train.km.npy | train.km
    hubert_base_ls960/layer_6/train_0_4.npy | hubert_base_ls960/0_4 | layer layer_6 | split train
    """

  /// GPT-2, Pythia, OLMo.
  static let languageModels = """
    h.11.npy | layer h.11
    transformer.h.11.mlp.npy | layer transformer.h.11.mlp
    gpt2-medium/h.23.npy | gpt2-medium | layer h.23
    gpt2_step_1000_h.5.npy | gpt2 | step 1000 | layer h.5
    ckpt_iter_5000.npy | step 5000
    pythia-70m-deduped/step143000/features.npy | pythia-70m-deduped | step 143000
    pythia-410m/step512/layer_5.npy | pythia-410m | step 512 | layer layer_5
    OLMo-7B/step1000-tokens4B/hidden_12.npy | OLMo-7B | step 1000 | layer hidden_12
    iter_0005000/features.npy | step 5000
    model.ckpt-1000.npy | step 1000
    ckpt_60000.npy | step 60000
    """

  /// diffusers.
  static let diffusers = """
    down_blocks.2.attentions.1.npy | layer down_blocks.2.attentions.1
    up_blocks.1.resnets.0.npy | layer up_blocks.1.resnets.0
    mid_block.attentions.0.npy | layer mid_block.attentions.0
    checkpoint-15000/unet/features.npy | unet | step 15000
    sd_timestep_261_up_blocks.1.npy | sd_timestep_261 | layer up_blocks.1 | timestep=261
    """
}
